import { alarm } from './en.alarm';
import { bringIn } from './en.bringIn';
import { care } from './en.care';
import { center } from './en.center';
import { cluster } from './en.cluster';
import { config } from './en.config';
import { dead } from './en.dead';
import { history } from './en.history';
import { inputs } from './en.inputs';
import { linkage } from './en.linkage';
import { lists } from './en.lists';
import { map } from './en.map';
import { registration } from './en.registration';
import { role } from './en.role';
import { online } from './en.session';
import { work } from './en.work';

/** The words that the live page can do without: it is the first page of most, and comes up sooner. */
export const rest = { ...bringIn, ...care, ...registration, ...work, ...center, ...role, ...online, ...config, ...lists, ...inputs, ...cluster, ...alarm, ...linkage, ...map, ...history, ...dead };

export type RestWords = typeof rest;
