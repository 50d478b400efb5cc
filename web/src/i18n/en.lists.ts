/** Words of long lists and of fields that find one thing among very many. */
export const lists = {
  list: { more: '{{shown}} of {{total}} shown; show more' },
  find: { nothing: 'Nothing matches.' },
  deviceList: {
    reason: 'Why offline',
    anyReason: 'For any reason',
    anyProtocol: 'Any protocol',
    protocol: { ONVIF: 'By ONVIF', RTSP: 'One RTSP stream', REGISTRATION: 'Dials in' },
    noMatch: 'No device matches these filters.',
    chooseAll_one: 'Choose the {{count}} that matches',
    chooseAll_other: 'Choose all {{count}} that match',
    moreChannels_one: '{{count}} more channel',
    moreChannels_other: '{{count}} more channels',
  },
};
