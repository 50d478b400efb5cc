import type { cluster as en } from './en.cluster';

export const cluster: typeof en = {
  cluster: {
    home: '归属节点',
    any: '任意节点',
    away: '{{name}}（离线）',
    homeHint: '连接并录制该设备的节点。该节点离线时由其他节点接管。',
    act: '移至节点…',
    title_one: '将 {{count}} 台设备移至节点',
    title_other: '将 {{count}} 台设备移至节点',
    submit: '移动',
    gap: '更换节点的设备会有几秒钟不录像。',
    nobody: '目前没有节点运行它',
    runs: '运行于 {{node}}',
    runsHome: '运行于其归属节点 {{node}}',
    runsAway: '运行于 {{node}}，其归属节点 {{home}} 离线',
    runsSoon: '运行于 {{node}}，正移至其归属节点 {{home}}',
    waits: '目前没有节点运行它；其归属节点为 {{home}}',
    alive: '在线',
    gone: '离线',
    stopped: '已停止',
    drives_one: '运行 {{count}} 台设备',
    drives_other: '运行 {{count}} 台设备',
    seen: '最后在线',
  },
};
