/** Words about devices that dial in. */
export const registration = {
  registration: {
    title: 'Devices that dial in',
    kind: 'How the device is reached',
    byAddress: 'At an address',
    byId: 'It dials in (active registration)',
    id: 'Registration id',
    idHint: 'The id that is entered at the device, beside this center’s address and port.',
    idWrong: 'Write 1 to 64 letters, digits, points and dashes',
    credentialsNeeded: 'A device that dials in needs a user and a password',
    streams: 'Address of its streams',
    streamsHint: 'Empty: where it dials from. Behind a router: the host and port to which RTSP is forwarded, or none.',
    answered: 'Answer its connect request',
    answeredHint: 'Switch it off only for a firmware that does not register otherwise.',
    listens: 'The center listens at {{address}}; {{count}} devices are registered now.',
    how: 'Enter this center’s address, port 9500 and an id at the device, and add a device of the same id here.',
    knocks: 'Unknown devices that dialled in',
    noKnocks: 'No unknown device has dialled in.',
    from: 'Dialled from',
    last: 'Last',
    times: 'Times',
  },
};

export const registrationReason = {
  'not-registered': 'It has not dialled in yet',
  'heartbeat-lost': 'It does not answer over its connection any longer',
  'sign-in-timeout': 'It dialled in and did not finish signing in',
  changed: 'It was changed here; it is waited for',
  'events-refused': 'It refuses to tell its events',
  'events-block': 'It answers nothing while it tells events, so its events are left alone',
  'streams-unreachable': 'Registered, but its streams cannot be reached from here, as is usual behind a router',
  'listener-off': 'Listening for devices is switched off',
  'listener-failed': 'The center cannot listen for devices',
};
