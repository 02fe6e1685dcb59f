declare const PACKAGE_VERSION: string;

/** The version in package.json, which the build puts here. */
export const version: string = PACKAGE_VERSION;
