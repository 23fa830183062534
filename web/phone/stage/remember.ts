const KEY = 'parley-phone-customer';

/** Whose phone it was last, for the next visit. A browser that keeps nothing is no error. */
export function rememberCustomer(waId: string): void {
  try {
    localStorage.setItem(KEY, waId);
  } catch {
    // Storage may be switched off; then every visit begins with the first customer.
  }
}

export function recallCustomer(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
