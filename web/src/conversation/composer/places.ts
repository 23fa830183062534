const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Where something is filled in: from `start` to `end` of the text, as the `index`-th value of its part. */
export interface Place {
  index: number;
  start: number;
  end: number;
}

/** Numbered places are what they say, named ones count as they first come. */
export function placesOf(text: string): Place[] {
  const names: string[] = [];
  return [...text.matchAll(PLACE)].map((found) => {
    const name = found[1] ?? '';
    if (!names.includes(name)) names.push(name);
    const index = /^\d+$/.test(name) ? Number(name) : names.indexOf(name) + 1;
    return { index, start: found.index, end: found.index + found[0].length };
  });
}

export const withoutPlaces = (text: string): string => text.replaceAll(PLACE, '…');
