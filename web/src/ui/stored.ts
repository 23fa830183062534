/** Small things this browser remembers. Where storage is full or forbidden, they last as long as the page. */
const PREFIX = 'parley:';
const memory = new Map<string, string>();

export const stored = {
  get: (key: string): string => {
    const here = memory.get(key);
    if (here !== undefined) return here;
    try {
      return localStorage.getItem(PREFIX + key) ?? '';
    } catch {
      return '';
    }
  },
  set: (key: string, value: string): void => {
    try {
      if (value) localStorage.setItem(PREFIX + key, value);
      else localStorage.removeItem(PREFIX + key);
      memory.delete(key); // another page of this browser may change it: what is stored counts
    } catch {
      memory.set(key, value);
    }
  },
  /** Whatever begins like one of these. */
  drop: (beginnings: string[]): void => {
    const isMeant = (key: string): boolean => beginnings.some((each) => key.startsWith(each));
    for (const key of [...memory.keys()].filter(isMeant)) memory.delete(key);
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
      for (const key of keys) if (isMeant(key.slice(PREFIX.length))) localStorage.removeItem(key);
    } catch {
      // there is no storage
    }
  },
};
