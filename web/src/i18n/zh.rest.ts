import { alarm } from './zh.alarm';
import type { RestWords } from './en.rest';
import { bringIn } from './zh.bringIn';
import { care } from './zh.care';
import { center } from './zh.center';
import { cluster } from './zh.cluster';
import { config } from './zh.config';
import { dead } from './zh.dead';
import { history } from './zh.history';
import { inputs } from './zh.inputs';
import { linkage } from './zh.linkage';
import { lists } from './zh.lists';
import { map } from './zh.map';
import { registration } from './zh.registration';
import { role } from './zh.role';
import { online } from './zh.session';
import { work } from './zh.work';

export const rest: RestWords = { ...bringIn, ...care, ...registration, ...work, ...center, ...role, ...online, ...config, ...lists, ...inputs, ...cluster, ...alarm, ...linkage, ...map, ...history, ...dead };
