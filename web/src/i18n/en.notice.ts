/** Words of the bell; it is on every page, the live one included. */
export const notice = {
  notice: {
    title: 'Notices',
    open: 'Open the notices',
    unread_one: '{{count}} new notice',
    unread_other: '{{count}} new notices',
    none: 'Nobody sent you a notice yet. Alarm rules say who gets them.',
    readAll: 'Read all',
    read: 'Mark as read: {{text}}',
  },
};
