/** The paths of the backend-for-frontend, shared by the server and the page. */
export const routes = {
  numbers: '/api/numbers',
  inventory: '/api/inventory',
  checks: '/api/checks',
  token: '/api/numbers/:number_sid/token',
  session: '/api/session',
  signInWays: '/api/sign-in',
  signIn: '/sign-in',
  find: '/api/find',
  adminSessions: '/api/admin/sessions',
  adminHealth: '/api/admin/health',
  livez: '/livez',
  readyz: '/readyz',
  metrics: '/metrics',
} as const;
