/** How long a call lasts: "0:07", "12:30", "1:02:03". A clock that was set back shows nothing yet. */
export function minutes(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (part: number): string => String(part).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const rest = `${Math.floor((whole % 3600) / 60)}`;
  return `${hours ? `${hours}:${rest.padStart(2, '0')}` : rest}:${two(whole % 60)}`;
}
