// Gives Keycloak's client of the browser application the redirect addresses of a changed LYNCEUS_PUBLIC_URL.
const {KEYCLOAK_URL, KEYCLOAK_ADMIN_PASSWORD, LYNCEUS_PUBLIC_URL} = process.env;

async function call(path, init) {
  const answer = await fetch(KEYCLOAK_URL + path, init);
  if (!answer.ok) {
    throw new Error(`Keycloak answered ${answer.status} to ${path}`);
  }
  return answer.status === 204 ? undefined : answer.json();
}

const {access_token: token} = await call('/realms/master/protocol/openid-connect/token', {
  method: 'POST',
  body: new URLSearchParams({
    grant_type: 'password',
    client_id: 'admin-cli',
    username: 'admin',
    password: KEYCLOAK_ADMIN_PASSWORD,
  }),
});
const headers = {authorization: `Bearer ${token}`, 'content-type': 'application/json'};
const [client] = await call('/admin/realms/lynceus/clients?clientId=lynceus-web', {headers});
await call(`/admin/realms/lynceus/clients/${client.id}`, {
  method: 'PUT',
  headers,
  body: JSON.stringify({
    ...client,
    rootUrl: LYNCEUS_PUBLIC_URL,
    redirectUris: [`${LYNCEUS_PUBLIC_URL}/api/*`],
    attributes: {...client.attributes, 'post.logout.redirect.uris': `${LYNCEUS_PUBLIC_URL}/*`},
  }),
});
