import type { notice as en } from './en.notice';

export const notice: typeof en = {
  notice: {
    title: '通知',
    open: '打开通知',
    unread_one: '{{count}} 条新通知',
    unread_other: '{{count}} 条新通知',
    none: '尚无发给您的通知。通知对象由报警规则指定。',
    readAll: '全部已读',
    read: '标为已读：{{text}}',
  },
};
