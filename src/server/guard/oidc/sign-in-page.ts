import { html } from 'hono/html';
import { type PageKind, signInWords } from './sign-in-words.ts';

/** The addresses that the pages lead to, as paths of the public address. */
interface PagePaths {
  styles: string;
  home: string;
  signIn: string;
}

const { app, done, opening, open, again, asOther, failed } = signInWords;

type Markup = ReturnType<typeof html>;

/** Without a script: the policy allows none of ours here, and none is needed. */
const page = (title: string, styles: string, head: Markup, body: Markup) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – ${app}</title>
<link rel="stylesheet" href="${styles}">
${head}
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;

/**
 * The page after signing in, which goes on by itself. After a redirect from another site a browser
 * would not send the `SameSite=Strict` cookie, and the dashboard would open as for a stranger.
 */
export const donePage = (to: string, { styles }: PagePaths) =>
  page(
    done,
    styles,
    html`<meta http-equiv="refresh" content="0; url=${to}">`,
    html`<p>${opening}</p>
<p><a href="${to}">${open}</a></p>`,
  );

export function failedPage(kind: PageKind, { styles, home, signIn }: PagePaths) {
  const { title, text } = failed[kind];
  const address = kind === 'no_role' ? `${signIn}?as=other` : signIn;
  return page(
    title,
    styles,
    html``,
    html`<p>${text}</p>
<p><a href="${address}">${kind === 'no_role' ? asOther : again}</a> <a href="${home}">${open}</a></p>`,
  );
}
