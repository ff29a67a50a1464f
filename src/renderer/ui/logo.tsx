/** The mark: a table with a contour of a hill. */
export function Logo() {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="var(--accent)"
      strokeWidth="1.6"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M2.5 15.2 12 10.6l9.5 4.6L12 19.8z" />
      <path d="M6.6 13.2C8.8 12 9 5 12 5s3.2 7 5.4 8.2" strokeLinecap="round" />
      <path d="M9.6 13.4c1-.8 1.1-4 2.4-4s1.4 3.2 2.4 4" strokeLinecap="round" />
    </svg>
  );
}
