/**
 * The folder that the page is served in: `/`, or one below it where the dashboard shares its origin
 * with other programs. One build serves below any path, so only the address tells.
 */
export const basePath = (): string => new URL('.', location.href).pathname;
