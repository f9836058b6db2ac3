/** Which properties each part of a Feishu card (JSON 2.0) may have, as its documentation lists them; the rest is refused. */

/** How a property's value is checked. A list of strings is an enumeration. */
export type Check =
  | 'string'
  | 'boolean'
  | 'number'
  | 'any'
  | 'margin'
  | 'padding'
  | 'spacing'
  | 'color'
  | 'size'
  | 'elements'
  | readonly string[]
  | { readonly part: string }
  | { readonly list: string };

export interface Shape {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, Check>>;
}

const horizontal = ['left', 'center', 'right'] as const;
const vertical = ['top', 'center', 'bottom'] as const;

const common = { tag: 'string', element_id: 'string', margin: 'margin' } as const;

const container = {
  ...common,
  direction: ['vertical', 'horizontal'],
  horizontal_spacing: 'spacing',
  vertical_spacing: 'spacing',
  horizontal_align: horizontal,
  vertical_align: vertical,
  padding: 'padding',
} as const;

const textSizes = [
  ...['heading-0', 'heading-1', 'heading-2', 'heading-3', 'heading-4', 'heading', 'normal', 'notation'],
  ...['xxxx-large', 'xxx-large', 'xx-large', 'x-large', 'large', 'medium', 'small', 'x-small'],
] as const;

const templates = [
  ...['blue', 'wathet', 'turquoise', 'green', 'yellow', 'orange', 'red', 'carmine', 'violet', 'purple', 'indigo'],
  ...['grey', 'default'],
] as const;

const inputCommon = {
  ...common,
  name: 'string',
  required: 'boolean',
  disabled: 'boolean',
  disabled_tips: { part: 'plain' },
  placeholder: { part: 'plain' },
  width: 'size',
  behaviors: { list: 'behavior' },
  confirm: { part: 'confirm' },
} as const;

/** The root, the parts named in it, and every element by its tag. */
export const shapes: Readonly<Record<string, Shape>> = {
  card: {
    required: ['schema', 'body'],
    properties: {
      schema: ['2.0'],
      config: { part: 'config' },
      card_link: { part: 'link' },
      header: { part: 'header' },
      body: { part: 'body' },
    },
  },
  config: {
    required: [],
    properties: {
      streaming_mode: 'boolean',
      streaming_config: 'any',
      summary: { part: 'summary' },
      locales: 'any',
      enable_forward: 'boolean',
      update_multi: 'boolean',
      width_mode: ['default', 'compact', 'fill'],
      use_custom_translation: 'boolean',
      enable_forward_interaction: 'boolean',
      style: 'any',
    },
  },
  summary: { required: ['content'], properties: { content: 'string', i18n_content: 'any' } },
  link: { required: [], properties: { url: 'string', android_url: 'string', ios_url: 'string', pc_url: 'string' } },
  header: {
    required: ['title'],
    properties: {
      title: { part: 'plain' },
      subtitle: { part: 'plain' },
      text_tag_list: { list: 'text_tag' },
      i18n_text_tag_list: 'any',
      template: templates,
      icon: { part: 'icon' },
      padding: 'padding',
    },
  },
  text_tag: {
    required: ['tag'],
    properties: { tag: ['text_tag'], element_id: 'string', text: { part: 'plain' }, color: 'color' },
  },
  body: {
    required: ['elements'],
    properties: {
      direction: ['vertical', 'horizontal'],
      padding: 'padding',
      horizontal_spacing: 'spacing',
      vertical_spacing: 'spacing',
      horizontal_align: horizontal,
      vertical_align: vertical,
      elements: 'elements',
    },
  },
  plain: {
    required: ['tag', 'content'],
    properties: {
      tag: ['plain_text', 'lark_md'],
      element_id: 'string',
      content: 'string',
      i18n_content: 'any',
      text_size: textSizes,
      text_color: 'color',
      text_align: horizontal,
      lines: 'number',
    },
  },
  panelTitle: {
    required: ['tag', 'content'],
    properties: { tag: ['plain_text', 'markdown'], element_id: 'string', content: 'string', i18n_content: 'any' },
  },
  icon: {
    required: ['tag'],
    properties: {
      tag: ['standard_icon', 'custom_icon'],
      token: 'string',
      color: 'string',
      img_key: 'string',
      size: 'string',
    },
  },
  confirm: { required: ['title', 'text'], properties: { title: { part: 'plain' }, text: { part: 'plain' } } },
  behavior: {
    required: ['type'],
    properties: {
      type: ['callback', 'open_url'],
      value: 'any',
      default_url: 'string',
      android_url: 'string',
      ios_url: 'string',
      pc_url: 'string',
    },
  },
  option: {
    required: ['text', 'value'],
    properties: { text: { part: 'plain' }, value: 'string', icon: { part: 'icon' } },
  },
  tableColumn: {
    required: ['name', 'data_type'],
    properties: {
      name: 'string',
      display_name: 'string',
      width: 'string',
      vertical_align: vertical,
      horizontal_align: horizontal,
      data_type: ['text', 'lark_md', 'options', 'number', 'persons', 'date', 'markdown'],
      format: 'any',
      date_format: 'string',
    },
  },
  tableHead: {
    required: [],
    properties: {
      text_align: horizontal,
      text_size: ['normal', 'heading'],
      background_style: ['grey', 'none'],
      text_color: ['default', 'grey'],
      bold: 'boolean',
      lines: 'number',
    },
  },
  panelHeader: {
    required: ['title'],
    properties: {
      title: { part: 'panelTitle' },
      background_color: 'color',
      width: ['fill', 'auto', 'auto_when_fold'],
      vertical_align: vertical,
      padding: 'padding',
      position: ['top', 'bottom'],
      icon: { part: 'icon' },
      icon_position: ['left', 'right', 'follow_text'],
      icon_expanded_angle: 'number',
    },
  },
  border: { required: [], properties: { color: 'color', corner_radius: 'string' } },
  'tag:markdown': {
    required: ['content'],
    properties: {
      ...common,
      content: 'string',
      i18n_content: 'any',
      text_align: horizontal,
      text_size: textSizes,
      icon: { part: 'icon' },
    },
  },
  'tag:div': {
    required: [],
    properties: { ...common, text: { part: 'plain' }, width: 'size', icon: { part: 'icon' }, fields: 'any' },
  },
  'tag:hr': { required: [], properties: { ...common } },
  'tag:img': {
    required: ['img_key'],
    properties: {
      ...common,
      ...{ img_key: 'string', alt: { part: 'plain' }, title: { part: 'plain' }, corner_radius: 'string' },
      ...{ scale_type: ['crop_center', 'crop_top', 'fit_horizontal'], size: 'string', transparent: 'boolean' },
      preview: 'boolean',
    },
  },
  'tag:column_set': {
    required: ['columns'],
    properties: {
      ...common,
      horizontal_spacing: 'spacing',
      horizontal_align: horizontal,
      flex_mode: ['none', 'stretch', 'flow', 'bisect', 'trisect'],
      background_style: 'color',
      action: 'any',
      columns: 'elements',
    },
  },
  'tag:column': {
    required: [],
    properties: {
      ...container,
      background_style: 'color',
      width: 'string',
      weight: 'number',
      action: 'any',
      elements: 'elements',
    },
  },
  'tag:table': {
    required: ['columns', 'rows'],
    properties: {
      ...common,
      page_size: 'number',
      row_height: 'string',
      row_max_height: 'string',
      freeze_first_column: 'boolean',
      header_style: { part: 'tableHead' },
      columns: { list: 'tableColumn' },
      rows: 'any',
    },
  },
  'tag:chart': {
    required: ['chart_spec'],
    properties: {
      ...common,
      aspect_ratio: ['1:1', '2:1', '4:3', '16:9'],
      color_theme: ['brand', 'rainbow', 'complementary', 'converse', 'primary'],
      chart_spec: 'any',
      preview: 'boolean',
      height: 'string',
    },
  },
  'tag:form': { required: ['name', 'elements'], properties: { ...container, name: 'string', elements: 'elements' } },
  'tag:collapsible_panel': {
    required: ['header'],
    properties: {
      ...container,
      expanded: 'boolean',
      background_color: 'color',
      header: { part: 'panelHeader' },
      border: { part: 'border' },
      elements: 'elements',
    },
  },
  'tag:input': {
    required: [],
    properties: {
      ...inputCommon,
      ...{ default_value: 'string', max_length: 'number', rows: 'number', max_rows: 'number', show_icon: 'boolean' },
      input_type: ['text', 'multiline_text', 'password'],
      auto_resize: 'boolean',
      label: { part: 'plain' },
      label_position: ['top', 'left'],
      value: 'any',
    },
  },
  'tag:select_static': {
    required: ['options'],
    properties: {
      ...inputCommon,
      type: ['default', 'text'],
      initial_option: 'string',
      initial_index: 'number',
      options: { list: 'option' },
    },
  },
  'tag:date_picker': { required: [], properties: { ...inputCommon, initial_date: 'string', value: 'any' } },
  'tag:button': {
    required: ['text', 'behaviors'],
    properties: {
      ...common,
      type: [
        ...['default', 'primary', 'danger', 'text', 'primary_text', 'danger_text'],
        ...['primary_filled', 'danger_filled', 'laser'],
      ],
      size: ['tiny', 'small', 'medium', 'large'],
      width: 'size',
      text: { part: 'plain' },
      icon: { part: 'icon' },
      hover_tips: { part: 'plain' },
      disabled: 'boolean',
      disabled_tips: { part: 'plain' },
      confirm: { part: 'confirm' },
      behaviors: { list: 'behavior' },
      name: 'string',
      required: 'boolean',
      form_action_type: ['submit', 'reset'],
    },
  },
};
