declare module '*.css';
declare module '@fontsource-variable/*';
declare module '*/custom-elements.json' {
  const manifest: { readonly schemaVersion: string };
  export default manifest;
}
