/** Why the center ended a session; the live page says it, too. */
export const sessionReason = {
  'signed-out-by-administrator': 'An administrator signed you out',
  'signed-in-elsewhere': 'You signed in elsewhere',
  'password-renewed': 'An administrator made a new password for you',
  'network-not-allowed': 'Your account may not be used from this address',
  'account-ended': 'Your account was disabled or deleted',
};

/** Words about one's own session. */
export const session = {
  session: {
    endedText: 'This browser shows nothing more of the center until somebody signs in again. An account that may be signed in once stays where it was used last.',
    asleep_one: 'This computer heard nothing of the center for {{count}} minute, and a session ends after five. Sign in again; the page stays as it is.',
    asleep_other: 'This computer heard nothing of the center for {{count}} minutes, and a session ends after five. Sign in again; the page stays as it is.',
    last: 'Last sign-in {{time}} from {{address}}',
    lastUnknown: 'an unknown address',
    otherAddress: 'Not the address of this session.',
  },
};

/** Words of the list of those who are online. */
export const online = {
  online: {
    tabs: { users: 'All users', online: 'Online' },
    none: 'Nobody was seen in the last ten minutes.',
    columns: { username: 'User', since: 'Since', seenAt: 'Last seen', address: 'Address', agent: 'Browser', node: 'Node' },
    mine: 'this session',
    program: 'program',
    programText: 'A service account has no session. Disable its client at Keycloak to keep it out.',
    agentOn: '{{agent}} on {{system}}',
    agentUnknown: 'not said',
    end: 'Sign out…',
    endOf: 'Sign out {{name}}',
    endTitle: 'Sign out {{name}}?',
    endText: 'Live video, talk and everything else of this session ends within five seconds, on all nodes. Who may sign in can come back; to keep somebody out, disable the user.',
    endNow: 'Sign out',
    reason: 'Reason (for the audit log)',
    stillOpen: 'The session is refused here. Keycloak does not answer; it is told as soon as it does.',
    more: 'Show more',
    policy: {
      weak: 'This policy asks for little. Set 12 characters or more at Keycloak: Authentication, Policies.',
      fair: 'This policy is fair.',
      good: 'This policy is good.',
    },
    networks: 'May sign in only from these networks (one a line; empty: from everywhere)',
    manySessions: 'May be signed in more than once at a time',
  },
};
