import { bringIn } from './en.bringIn';
import { care } from './en.care';
import { center } from './en.center';
import { config } from './en.config';
import { registration } from './en.registration';
import { role } from './en.role';
import { online } from './en.session';
import { work } from './en.work';

/** The words that the live page can do without: it is the first page of most, and comes up sooner. */
export const rest = { ...bringIn, ...care, ...registration, ...work, ...center, ...role, ...online, ...config };

export type RestWords = typeof rest;
