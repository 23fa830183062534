import { expect, test } from 'vitest';
import type { PhoneMessage } from '../api/types';
import { asLocal, chosenIn, isChosen, mergeThread } from './merge';

const stored = (id: string, more: Partial<PhoneMessage> = {}): PhoneMessage => ({
  id,
  from_me: true,
  type: 'text',
  text: id,
  status: 'delivered',
  at: 100,
  ...more,
});

test('a message on its way comes last, with a clock', () => {
  const items = mergeThread([stored('wamid.1')], [asLocal({ type: 'text', text: 'Hello' }, 'k', 200)]);
  expect(items.map(({ key, message }) => [key, message.status])).toEqual([
    ['wamid.1', 'delivered'],
    ['k', 'pending'],
  ]);
});

test('a message keeps its key when the platform takes it, and is shown once', () => {
  const local = { ...asLocal({ type: 'text', text: 'Hello' }, 'k', 200), message: stored('wamid.2', { status: 'sent' }) };
  expect(mergeThread([], [local]).map(({ key }) => key)).toEqual(['k']);
  const items = mergeThread([stored('wamid.2', { status: 'read' })], [local]);
  expect(items.map(({ key, message }) => [key, message.status])).toEqual([['k', 'read']]);
});

test('a message that could not be sent can be tried again', () => {
  const local = { ...asLocal({ type: 'text', text: 'Hello' }, 'k', 200), error: 'No signal.' };
  expect(mergeThread([], [local])[0]?.failed).toBe(local);
});

test('a message that could not be sent stays where it was tried', () => {
  const local = { ...asLocal({ type: 'text', text: 'Hello' }, 'k', 150), error: 'No signal.' };
  const items = mergeThread([stored('wamid.1'), stored('wamid.2', { at: 200 })], [local]);
  expect(items.map(({ key }) => key)).toEqual(['wamid.1', 'k', 'wamid.2']);
});

test('a tapped button is the answer to its message', () => {
  const items = mergeThread([stored('wamid.1', { from_me: false }), stored('wamid.2', { type: 'reply', text: 'Yes', context_id: 'wamid.1' })], []);
  expect(chosenIn(items, 'wamid.1')).toBe('Yes');
  expect(chosenIn(items, 'wamid.2')).toBeNull();
});

test('of two buttons with the same words only the one that was tapped is chosen', () => {
  const answer = stored('wamid.3', { type: 'reply', text: 'More', choice: 'more-1', context_id: 'wamid.1' });
  const chosen = chosenIn(mergeThread([stored('wamid.1'), answer], []), 'wamid.1');
  expect(['more-0', 'more-1'].map((id) => isChosen(chosen, { id, title: 'More' }))).toEqual([false, true]);
  expect(isChosen(null, { id: '', title: '' })).toBe(false);
});
