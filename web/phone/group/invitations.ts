import { createContext, useContext } from 'react';

/** Opens what a link leads to on this phone: a group by its invitation, a chat by its short link. */
export const InvitationLinks = createContext<(link: string) => void>(() => undefined);

export const useInvitationLinks = (): ((link: string) => void) => useContext(InvitationLinks);
