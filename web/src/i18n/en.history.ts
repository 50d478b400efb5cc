/** Words of the search among alarms. */
export const history = {
  alarmSearch: {
    places: 'Parts of the alarm center',
    queues: 'Queues',
    ofCamera: 'All its alarms',
    title: 'Search',
    export: 'Export as CSV',
    any: 'Any',
    all: 'Look everywhere',
    only: { device: 'Of one device only', channel: 'Of one camera only' },
    field: {
      from: 'Began from', to: 'Began before', number: 'Number', site: 'Site with all below', device: 'Device', channel: 'Camera', lasting: 'State', type: 'Event', priority: 'Priority',
      scheme: 'Scheme', handler: 'Handled by', handling: 'Handling', comment: 'Words in notes', q: 'Source or scheme',
    },
    wrong: { range: 'The range of time must end after it begins.', number: 'A number has digits only.' },
    none: 'No alarm was found',
    noneText: 'Look in a longer time, or for less at once.',
    chosen: 'The chosen alarm',
    choose: 'Choose an alarm to see what it was and what was done.',
  },
};
