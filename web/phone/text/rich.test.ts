import { expect, test } from 'vitest';
import { isChatLink, isInvitation, richText } from './rich';

const shown = (text: string): string => richText(text).map((span) => span.text).join('');
const links = (text: string): (string | undefined)[] => richText(text).flatMap((span) => span.href ?? []);

test('stars make bold, underscores italic, tildes struck, and they nest', () => {
  expect(richText('a *b _c_* ~d~')).toEqual([
    { text: 'a ', styles: [] },
    { text: 'b ', styles: ['bold'] },
    { text: 'c', styles: ['bold', 'italic'] },
    { text: ' ', styles: [] },
    { text: 'd', styles: ['strike'] },
  ]);
});

test('marks inside words and sums stay as typed', () => {
  expect(shown('2 * 3 * 4 and snake_case_name')).toBe('2 * 3 * 4 and snake_case_name');
});

test('a link ends before the full stop of its sentence', () => {
  expect(links('See https://northbank.example/cards. Or www.northbank.example, please.')).toEqual([
    'https://northbank.example/cards',
    'https://www.northbank.example',
  ]);
});

test('an underscore in an address is part of the address', () => {
  expect(links('https://a.example/some_long_name')).toEqual(['https://a.example/some_long_name']);
});

test('an e-mail address can be written to', () => {
  expect(links('Write to help@northbank.example.')).toEqual(['mailto:help@northbank.example']);
});

test('an invitation to a group is told from other links', () => {
  expect(isInvitation('https://chat.whatsapp.com/Ab_9-x')).toBe(true);
  expect([isInvitation('https://chat.whatsapp.com/'), isInvitation('https://northbank.example/chat.whatsapp.com/a')]).toEqual([false, false]);
});

test('code keeps its marks', () => {
  expect(richText('```a*b*```')).toEqual([{ text: 'a*b*', styles: ['code'] }]);
  expect(richText('say `a*b*` *now*')).toEqual([
    { text: 'say ', styles: [] },
    { text: 'a*b*', styles: ['code'] },
    { text: ' ', styles: [] },
    { text: 'now', styles: ['bold'] },
  ]);
});

test.each([
  ['https://wa.me/message/ABCDEFGHIJKLMN', true],
  ['https://wa.me/15550007760?text=Hello', true],
  ['https://api.whatsapp.com/send?phone=15550007760', true],
  ['https://wa.me/', false],
  ['https://wa.me.example/message/ABC', false],
  ['https://shop.example/wa.me/1', false],
])('%s opens a chat: %s', (href, opens) => {
  expect(isChatLink(href)).toBe(opens);
});
