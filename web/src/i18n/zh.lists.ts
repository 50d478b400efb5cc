import type { lists as en } from './en.lists';

export const lists: typeof en = {
  list: { more: '已显示 {{shown}} / {{total}}，显示更多' },
  find: { nothing: '没有匹配项。' },
  deviceList: {
    reason: '离线原因',
    anyReason: '任何原因',
    anyProtocol: '任何协议',
    protocol: { ONVIF: '通过 ONVIF', RTSP: '单个 RTSP 流', REGISTRATION: '主动注册' },
    noMatch: '没有符合筛选条件的设备。',
    chooseAll_one: '选择匹配的 {{count}} 台',
    chooseAll_other: '选择全部匹配的 {{count}} 台',
    moreChannels_one: '另有 {{count}} 个通道',
    moreChannels_other: '另有 {{count}} 个通道',
  },
};
