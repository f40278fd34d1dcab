// The parts of Apple News Format that are used, as Apple's documentation of version 1.11 has them.
const text = (...roles: string[]) => ({
  type: 'object',
  properties: {
    role: { enum: roles },
    text: { type: 'string', minLength: 1 },
    format: { enum: ['html', 'markdown', 'none'] },
    identifier: { $ref: '#/$defs/identifier' },
  },
  required: ['role', 'text'],
  additionalProperties: false,
});
const component = (role: string | string[], properties: object, required: string[]) => ({
  type: 'object',
  properties: { role: { enum: [role].flat() }, ...properties },
  required: ['role', ...required],
  additionalProperties: false,
});
const address = { $ref: '#/$defs/address' };
const said = { type: 'string', minLength: 1 };
const ratio = { type: 'number', exclusiveMinimum: 0 };
const caption = {
  anyOf: [
    said,
    {
      type: 'object',
      properties: { text: said, format: { enum: ['html', 'markdown', 'none'] } },
      required: ['text'],
      additionalProperties: false,
    },
  ],
};
const picture = { URL: address, caption, accessibilityCaption: said };
const textStyle = {
  type: 'object',
  properties: {
    fontName: said,
    fontSize: { type: 'integer', minimum: 1 },
    lineHeight: { type: 'integer', minimum: 1 },
    textAlignment: { enum: ['left', 'center', 'right', 'justified', 'none'] },
    textColor: { $ref: '#/$defs/color' },
  },
  additionalProperties: false,
};

export const appleNewsSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: {
    version: { type: 'string', pattern: '^1\\.(?:9|1\\d)(?:\\.\\d+)?$' },
    identifier: { $ref: '#/$defs/identifier' },
    language: { type: 'string', pattern: '^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$' },
    title: { type: 'string' },
    subtitle: said,
    layout: {
      type: 'object',
      properties: {
        columns: { type: 'integer', minimum: 1 },
        width: { type: 'integer', minimum: 1 },
        margin: { type: 'integer', minimum: 0 },
        gutter: { type: 'integer', minimum: 0 },
      },
      required: ['columns', 'width'],
      additionalProperties: false,
    },
    components: { type: 'array', items: { $ref: '#/$defs/component' } },
    documentStyle: {
      type: 'object',
      properties: { backgroundColor: { $ref: '#/$defs/color' } },
      required: ['backgroundColor'],
      additionalProperties: false,
    },
    componentTextStyles: {
      type: 'object',
      required: ['default'],
      additionalProperties: textStyle,
    },
    metadata: {
      type: 'object',
      properties: {
        authors: { type: 'array', items: said },
        canonicalURL: address,
        dateCreated: { $ref: '#/$defs/moment' },
        dateModified: { $ref: '#/$defs/moment' },
        datePublished: { $ref: '#/$defs/moment' },
        excerpt: said,
        generatorName: said,
        keywords: { type: 'array', items: said, maxItems: 50 },
        thumbnailURL: address,
      },
      additionalProperties: false,
    },
  },
  required: [
    'version',
    'identifier',
    'language',
    'title',
    'layout',
    'components',
    'componentTextStyles',
  ],
  additionalProperties: false,
  $defs: {
    address: { type: 'string', pattern: '^https?://' },
    color: { type: 'string', pattern: '^#[0-9A-Fa-f]{6}$' },
    identifier: { type: 'string', pattern: '^[\\w-]{1,64}$' },
    moment: {
      type: 'string',
      pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)$',
    },
    component: {
      anyOf: [
        text(
          ...['title', 'intro', 'byline', 'body', 'caption', 'quote', 'pullquote', 'heading'],
          ...['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'],
        ),
        component(['photo', 'figure'], picture, ['URL']),
        component(
          ['gallery', 'mosaic'],
          {
            items: {
              type: 'array',
              minItems: 1,
              items: {
                type: 'object',
                properties: picture,
                required: ['URL'],
                additionalProperties: false,
              },
            },
          },
          ['items'],
        ),
        component('video', { ...picture, stillURL: address, aspectRatio: ratio }, ['URL']),
        component('audio', { ...picture, imageURL: address }, ['URL']),
        component(
          'embedwebvideo',
          { URL: address, caption: said, accessibilityCaption: said, aspectRatio: ratio },
          ['URL'],
        ),
        component(['tweet', 'instagram', 'facebook_post', 'tiktok'], { URL: address }, ['URL']),
        component('htmltable', { html: { type: 'string', pattern: '^<table>.*</table>$' } }, [
          'html',
        ]),
        component(
          'divider',
          {
            stroke: {
              type: 'object',
              properties: { color: { $ref: '#/$defs/color' }, width: { type: 'integer' } },
              additionalProperties: false,
            },
          },
          [],
        ),
        component(
          ['container', 'aside', 'section'],
          {
            components: { type: 'array', minItems: 1, items: { $ref: '#/$defs/component' } },
          },
          ['components'],
        ),
      ],
    },
  },
};
