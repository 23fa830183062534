import { describe, expect, it } from 'vitest';
import type { Offer, Row } from '../api/types';
import { newsOf } from './notices';

const row = (id: string, unread: number): Row =>
  ({ conversation_id: id, unread, contact: { name: 'Ana', phone: '', username: '' }, last_message: { text: 'my secret' } }) as unknown as Row;
const offer = { offer_id: 'o1', conversation: row('c9', 1) } as Offer;

describe('what is new since the last look', () => {
  it('is an offer that was not there, and a conversation with more unread than before', () => {
    const news = newsOf([offer], [row('c1', 2), row('c2', 1)], new Map([['c1', 1], ['c2', 1]]));
    expect(news.map(({ words }) => words)).toEqual(['Offered to you: Ana', 'New message from Ana']);
  });

  it('is nothing when the same is told again, or when it was read', () => {
    expect(newsOf([offer], [row('c1', 0)], new Map([['o1', 1], ['c1', 3]]))).toEqual([]);
  });

  it('never has what the customer wrote', () => {
    expect(JSON.stringify(newsOf([], [row('c1', 1)], new Map()))).not.toContain('secret');
  });
});
