/** Words of the search among alarms. */
export const history = {
  alarmSearch: {
    places: '报警中心的各部分',
    queues: '队列',
    ofCamera: '该摄像机的全部报警',
    title: '查询',
    export: '导出 CSV',
    any: '不限',
    all: '不限来源',
    only: { device: '仅一台设备', channel: '仅一个摄像机' },
    field: {
      from: '开始时间不早于', to: '开始时间早于', number: '编号', site: '站点及其下级', device: '设备', channel: '摄像机', lasting: '状态', type: '事件', priority: '级别',
      scheme: '方案', handler: '处理人', handling: '处理', comment: '备注中的词', q: '来源或方案',
    },
    wrong: { range: '结束时间必须晚于开始时间。', number: '编号只能是数字。' },
    none: '没有找到报警',
    noneText: '请扩大时间范围或减少条件。',
    chosen: '所选报警',
    choose: '选择一条报警以查看详情和处理记录。',
  },
};
