/** Words about devices that dial in. */
export const registration = {
  registration: {
    title: '主动注册设备',
    kind: '连接方式',
    byAddress: '通过地址',
    byId: '设备主动注册',
    id: '注册 ID',
    idHint: '在设备上与本中心的地址和端口一起填写的 ID。',
    idWrong: '请填写 1 至 64 个字母、数字、点或短横线',
    credentialsNeeded: '主动注册的设备需要用户名和密码',
    streams: '码流地址',
    streamsHint: '留空：使用设备拨入的地址。位于路由器之后：填写转发 RTSP 的主机和端口，或填 none。',
    answered: '应答其连接请求',
    answeredHint: '仅当某固件否则无法注册时才关闭。',
    listens: '中心正在 {{address}} 监听；当前已注册 {{count}} 台设备。',
    how: '在设备上填写本中心的地址、端口 9500 和一个 ID，并在此添加相同 ID 的设备。',
    knocks: '拨入的未知设备',
    noKnocks: '没有未知设备拨入。',
    from: '来自',
    last: '最近一次',
    times: '次数',
  },
};

export const registrationReason = {
  'not-registered': '设备尚未注册',
  'heartbeat-lost': '设备心跳丢失',
  'sign-in-timeout': '设备已拨入但未完成登录',
  changed: '设备已在此修改；等待其重新注册',
  'events-refused': '设备拒绝上报事件',
  'events-block': '设备上报事件时不响应其他请求，因此不再订阅其事件',
  'streams-unreachable': '设备已注册，但从此处无法访问其码流（位于路由器之后时常见）',
  'listener-off': '设备注册监听已关闭',
  'listener-failed': '中心无法监听设备注册',
};
