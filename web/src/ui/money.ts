/** `0.0125` as `€0.0125`: all places that were given, two at least. */
export const money = (amount: string, currency: string): string =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: 6 }).format(
    amount as Intl.StringNumericLiteral,
  );
