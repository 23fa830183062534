import { useEffect, useRef } from 'react';
import type { Offer, Row } from '../api/types';
import { nameOf } from '../ui/words';

export const canNotify = (): boolean => 'Notification' in window;

/** Asks the browser, where it has not been asked; false where it forbids them. */
export async function mayNotify(): Promise<boolean> {
  return canNotify() && (await Notification.requestPermission()) === 'granted';
}

/** What is new since the last look: offers, and conversations of mine that somebody wrote in. Never what they wrote. */
export function newsOf(offers: Offer[], mine: Row[], before: ReadonlyMap<string, number>): News[] {
  const offered = offers
    .filter(({ offer_id: id }) => !before.has(id))
    .map((offer) => ({ key: offer.offer_id, words: `Offered to you: ${nameOf(offer.conversation.contact)}`, path: '/' }));
  const written = mine
    .filter(({ conversation_id: id, unread }) => unread > (before.get(id) ?? 0))
    .map(({ conversation_id: id, contact }) => ({ key: id, words: `New message from ${nameOf(contact)}`, path: `/c/${id}?view=mine` }));
  return [...offered, ...written];
}

export interface News {
  key: string;
  words: string;
  path: string;
}

/** Tells of what is new by the system's own notices, while the page is out of sight. */
export function useNotices(on: boolean, offers: Offer[], mine: Row[], open: (path: string) => void): void {
  const before = useRef<Map<string, number> | null>(null);
  useEffect(() => {
    const news = before.current ? newsOf(offers, mine, before.current) : [];
    before.current = new Map([
      ...offers.map(({ offer_id: id }): [string, number] => [id, 1]),
      ...mine.map(({ conversation_id: id, unread }): [string, number] => [id, unread]),
    ]);
    if (!on || !document.hidden || !canNotify() || Notification.permission !== 'granted') return;
    for (const { key, words, path } of news) {
      const notice = new Notification('parley', { body: words, tag: key });
      notice.onclick = () => {
        window.focus();
        open(path);
        notice.close();
      };
    }
  }, [on, offers, mine, open]);
}
