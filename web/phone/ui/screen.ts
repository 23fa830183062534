import { createContext, useContext } from 'react';

/** The element that is the phone's screen: menus, sheets and dialogs open inside it, not over the whole page. */
export const ScreenContext = createContext<HTMLElement | null>(null);

export function useScreenPortal(): { target?: HTMLElement } {
  const target = useContext(ScreenContext);
  return target ? { target } : {};
}
