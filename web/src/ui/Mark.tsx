/** The product's mark: one who speaks, one who joins. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="9" fill="#0f6475" />
      <path
        d="M8 8.5h12a3.5 3.5 0 0 1 3.5 3.5v4a3.5 3.5 0 0 1-3.5 3.5h-5L10 23v-3.5H8A3.5 3.5 0 0 1 4.5 16v-4A3.5 3.5 0 0 1 8 8.5z"
        fill="#fff"
      />
      <circle cx="25" cy="22.5" r="4.5" fill="#f2b45b" />
    </svg>
  );
}
