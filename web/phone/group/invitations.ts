import { createContext, useContext } from 'react';

/** Opens the group behind an invitation link. */
export const InvitationLinks = createContext<(link: string) => void>(() => undefined);

export const useInvitationLinks = (): ((link: string) => void) => useContext(InvitationLinks);
