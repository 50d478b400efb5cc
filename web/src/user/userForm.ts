import type { NewUser, User } from '../api/types';

/** What the dialog of a user holds; texts as typed. */
export interface UserForm {
  username: string;
  firstName: string;
  lastName: string;
  email: string;
  remark: string;
  enabled: boolean;
  ptzLevel: number;
  manySessions: boolean;
  /** One network per line. */
  networks: string;
  expires: string;
  roleIds: string[];
}

export const EMPTY_USER: UserForm = {
  username: '', firstName: '', lastName: '', email: '', remark: '', enabled: true, ptzLevel: 3, manySessions: true, networks: '', expires: '', roleIds: [],
};

export function formOf(user: User): UserForm {
  return {
    username: user.username,
    firstName: user.firstName ?? '',
    lastName: user.lastName ?? '',
    email: user.email ?? '',
    remark: user.remark ?? '',
    enabled: user.enabled,
    ptzLevel: user.ptzLevel,
    manySessions: user.manySessions,
    networks: user.networks.join('\n'),
    expires: user.expiresAt === undefined ? '' : lastDayOf(user.expiresAt),
    roleIds: user.roleIds,
  };
}

/** The body to send. A date counts with its whole day, in the viewer's zone. */
export function bodyOf(form: UserForm): NewUser {
  const text = (name: 'firstName' | 'lastName' | 'email' | 'remark') => (form[name].trim() === '' ? {} : { [name]: form[name].trim() });
  return {
    username: form.username.trim(),
    ...text('firstName'),
    ...text('lastName'),
    ...text('email'),
    ...text('remark'),
    enabled: form.enabled,
    ptzLevel: form.ptzLevel,
    manySessions: form.manySessions,
    networks: form.networks.split(/[\s,;]+/).filter((network) => network !== ''),
    ...(form.expires === '' ? {} : { expiresAt: afterDay(form.expires) }),
    roleIds: form.roleIds,
  };
}

function afterDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date + 1).toISOString();
}

function lastDayOf(instant: string): string {
  const day = new Date(Date.parse(instant) - 1);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
}

/** The user as a body, with something of it changed. */
export function bodyOfUser(user: User, change: Partial<NewUser>): NewUser {
  const { username, firstName, lastName, email, enabled, ptzLevel, manySessions, networks, expiresAt, remark, roleIds } = user;
  return {
    username, enabled, ptzLevel, manySessions, networks, roleIds,
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
    ...(email === undefined ? {} : { email }),
    ...(remark === undefined ? {} : { remark }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...change,
  };
}
