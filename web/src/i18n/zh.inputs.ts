import type { inputs as en } from './en.inputs';

export const inputs: typeof en = {
  inputs: {
    title: '输入',
    input: '输入口',
    none: '设备未报告任何输入口。',
    silent: '无法询问设备：{{why}}。显示的是已知信息。',
    cameras: '关联监控点',
    choose: '监控点…',
    active: '触发',
    inactive: '静止',
    unknown: '尚未报告',
    bindTitle: '{{input}} 的关联监控点',
    bindText: '该输入触发时，由这些监控点显示，第一个优先。',
    add: '添加监控点',
    up: '上移 {{name}}',
    takeAway: '移除 {{name}}',
  },
};
