import { answer, api } from '../api/client';

/** Ends the session here and at Keycloak. */
export async function signOut(): Promise<void> {
  const { location } = await answer(api.POST('/api/v1/session/logout'));
  window.location.assign(location);
}
