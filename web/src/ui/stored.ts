/** Small things this browser remembers. Where storage is full or forbidden, they last as long as the page. */
const memory = new Map<string, string>();

export const stored = {
  get: (key: string): string => {
    try {
      return localStorage.getItem(`parley:${key}`) ?? memory.get(key) ?? '';
    } catch {
      return memory.get(key) ?? '';
    }
  },
  set: (key: string, value: string): void => {
    memory.set(key, value);
    try {
      if (value) localStorage.setItem(`parley:${key}`, value);
      else localStorage.removeItem(`parley:${key}`);
    } catch {
      // kept in memory
    }
  },
};
