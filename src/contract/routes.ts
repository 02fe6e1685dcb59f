/** The paths of the backend-for-frontend, shared so that no side spells them twice. */
export const routes = {
  numbers: '/api/numbers',
  session: '/api/session',
  livez: '/livez',
  readyz: '/readyz',
} as const;
