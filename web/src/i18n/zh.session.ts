export const sessionReason = {
  'signed-out-by-administrator': '管理员已将您强制下线',
  'signed-in-elsewhere': '您的账户已在其他地方登录',
  'password-renewed': '管理员已为您重置密码',
  'network-not-allowed': '您的账户不能从此地址使用',
  'account-ended': '您的账户已被停用或删除',
};

export const session = {
  session: {
    endedText: '在重新登录之前，此浏览器不再显示中心的任何内容。只允许单处登录的账户，以最近一次登录为准。',
    asleep_one: '本机已有 {{count}} 分钟未与中心通信，会话在五分钟后失效。请重新登录，页面内容保持不变。',
    asleep_other: '本机已有 {{count}} 分钟未与中心通信，会话在五分钟后失效。请重新登录，页面内容保持不变。',
    last: '上次登录：{{time}}，地址 {{address}}',
    lastUnknown: '未知',
    otherAddress: '与本次会话的地址不同。',
  },
};

export const online = {
  online: {
    tabs: { users: '全部用户', online: '在线用户' },
    none: '最近十分钟内没有在线用户。',
    columns: { username: '用户', since: '开始时间', seenAt: '最近活动', address: '地址', agent: '浏览器', node: '节点' },
    mine: '当前会话',
    program: '程序',
    programText: '服务账户没有会话。如需禁止，请在 Keycloak 中停用其客户端。',
    agentOn: '{{agent}}（{{system}}）',
    agentUnknown: '未提供',
    end: '强制下线…',
    endOf: '将 {{name}} 强制下线',
    endTitle: '将 {{name}} 强制下线？',
    endText: '该会话的实时视频、对讲及其他操作将在五秒内于所有节点结束。用户仍可重新登录；如需禁止登录，请停用该用户。',
    endNow: '强制下线',
    reason: '原因（写入审计日志）',
    stillOpen: '中心已拒绝该会话。Keycloak 暂无响应，恢复后将通知其结束会话。',
    more: '显示更多',
    policy: {
      weak: '该密码策略要求过低。请在 Keycloak 的“身份验证 - 策略”中设为至少 12 个字符。',
      fair: '该密码策略尚可。',
      good: '该密码策略良好。',
    },
    networks: '仅允许从以下网络登录（每行一个；空：不限）',
    manySessions: '允许同时多处登录',
  },
};
