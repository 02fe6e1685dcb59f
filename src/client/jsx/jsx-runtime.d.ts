import type { ExoticComponent, ReactElement, JSX as ReactJsx, ReactPortal } from 'react';

/**
 * What the compiler takes for JSX: React's, but a text stands alone in its element. A translator of
 * the browser puts an element in the place of each text, and React then fails to find the text
 * beside which it inserts or removes something, or goes on writing into one that left the page. A
 * text that is the only content of its element is written anew as a whole.
 *
 * Vite compiles JSX for React's own functions; there is nothing here but types.
 */
export { jsx, jsxs } from 'react/jsx-runtime';

/** Elements, or nothing: what may stand beside others. React draws nothing for an empty text. */
export type Elements =
  | ReactElement
  | ReactPortal
  | readonly Elements[]
  | boolean
  | ''
  | null
  | undefined;

/** What an element may hold: one text, or elements. */
export type Content = string | number | Elements;

/** A component that returns no bare text. */
export type Component<P> = (props: P) => Elements;

type Host<P> = Omit<P, 'children'> & { children?: Content };

type Hosts = { [Name in keyof ReactJsx.IntrinsicElements]: Host<ReactJsx.IntrinsicElements[Name]> };

/** The attributes of an element. */
export type HostProps<Name extends keyof Hosts> = Hosts[Name];

export const Fragment: ExoticComponent<{ children?: Elements }>;

export declare namespace JSX {
  export type ElementType =
    | keyof Hosts
    | Component<never>
    | ExoticComponent<never>
    | (new (
        props: never,
      ) => ReactJsx.ElementClass);
  export type Element = ReactJsx.Element;
  export type ElementClass = ReactJsx.ElementClass;
  export type ElementAttributesProperty = ReactJsx.ElementAttributesProperty;
  export type ElementChildrenAttribute = ReactJsx.ElementChildrenAttribute;
  export type LibraryManagedAttributes<C, P> = ReactJsx.LibraryManagedAttributes<C, P>;
  export type IntrinsicAttributes = ReactJsx.IntrinsicAttributes;
  export type IntrinsicClassAttributes<T> = ReactJsx.IntrinsicClassAttributes<T>;
  export type IntrinsicElements = Hosts;
}
