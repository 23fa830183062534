import { expect, test } from 'vitest';
import { fileSize, initials, namesOf, offsetLabel, phoneNumber, unmarked } from './words';

test('a number is grouped the way its country groups it', () => {
  expect(phoneNumber('447700900001')).toBe('+44 7700 900001');
  expect(phoneNumber('15550100200')).toBe('+1 555 010 0200');
  expect(phoneNumber('5511987650103')).toBe('+55 11 98765 0103');
  expect(phoneNumber('31612345678')).toBe('+31 612 345 678');
});

test('initials skip what is no letter', () => {
  expect(initials('Harbour & Sons')).toBe('HS');
  expect(initials('Ägir')).toBe('Ä');
  expect(initials('&')).toBe('#');
});

test('in one line a text stands without its marks', () => {
  expect(unmarked('Our *new* _green_ teas at https://a.example/b_c_d')).toBe('Our new green teas at https://a.example/b_c_d');
});

test('sizes are for people', () => {
  expect([fileSize(12), fileSize(284_113), fileSize(2_300_000)]).toEqual(['12 B', '284 kB', '2.3 MB']);
});

test('the reader of a group stands last among its members', () => {
  const people = [{ wa_id: '1', name: 'Ada' }, { wa_id: '2', name: 'Bo' }, { wa_id: '3', name: 'Cy' }];
  expect(namesOf(people, '1')).toBe('Bo, Cy and you');
  expect(namesOf(people.slice(0, 1), '1')).toBe('you');
  expect([namesOf(people, ''), namesOf([], '1')]).toEqual(['Ada, Bo and Cy', 'Nobody']);
});

test('the clock says how far ahead it is', () => {
  expect([offsetLabel(0), offsetLabel(90_000), offsetLabel(5400)]).toEqual(['Real time', '25 h ahead', '1 h 30 min ahead']);
});
