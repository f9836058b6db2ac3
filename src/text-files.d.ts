/** Text files the Worker takes into its bundle (rule `Text` in wrangler.toml). */
declare module '*.sql' {
  const text: string;
  export default text;
}
declare module '*.md' {
  const text: string;
  export default text;
}
