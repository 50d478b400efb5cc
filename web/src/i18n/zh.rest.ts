import type { RestWords } from './en.rest';
import { bringIn } from './zh.bringIn';
import { care } from './zh.care';
import { center } from './zh.center';
import { config } from './zh.config';
import { registration } from './zh.registration';
import { role } from './zh.role';
import { online } from './zh.session';
import { work } from './zh.work';

export const rest: RestWords = { ...bringIn, ...care, ...registration, ...work, ...center, ...role, ...online, ...config };
