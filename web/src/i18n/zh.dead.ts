import type { dead as en } from './en.dead';

export const dead: typeof en = {
  dead: {
    title: '被搁置的消息',
    hint: '中心无法处理的消息；其后的消息已继续处理。',
    none: '没有被搁置的消息。',
    more: '共 {{total}} 条，显示最早的 {{shown}} 条',
    at: '搁置时间',
    from: '所在队列',
    reason: '原因',
    tries: '尝试次数',
    unknownFrom: '来源不明',
    byBroker: '消息代理已放弃处理，原因见该节点的日志。',
    show: '查看',
    hide: '收起',
    body: '消息内容',
    cut: '共 {{total}} 个字符，显示前 {{shown}} 个',
    replay: '重试',
    drop: '丢弃…',
    acts: '操作',
    dropTitle: '要丢弃这条消息吗？',
    dropText: '其内容将会丢失；审计日志保留其开头部分。',
    dropIt: '丢弃',
  },
};
