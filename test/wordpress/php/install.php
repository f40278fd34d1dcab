<?php
// php install.php ROOT URL STORY.json: what the installer's page does, and a story with comments.
// Prints, as JSON on its last line, the ids that the tests need.
[, $root, $url, $story] = $argv;
define('WP_INSTALLING', true);
$_SERVER += [
  'HTTP_HOST' => parse_url($url, PHP_URL_HOST) . ':' . parse_url($url, PHP_URL_PORT),
  'SERVER_PROTOCOL' => 'HTTP/1.1',
  'REQUEST_METHOD' => 'GET',
  'REMOTE_ADDR' => '127.0.0.1',
];
$_SERVER['REQUEST_URI'] = '/wp-admin/install.php';
require "$root/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install('Ledger', 'editor', 'editor@example.org', true, '', 'a password for tests');
update_option('permalink_structure', '/%postname%/');
$GLOBALS['wp_rewrite']->init();
$GLOBALS['wp_rewrite']->flush_rules(false);
update_option('timezone_string', 'Europe/Prague');
update_option('comment_previously_approved', '');

$article = json_decode(file_get_contents($story), true);
$content = '';
foreach ($article['paragraphs'] as $text) {
  $content .= "<!-- wp:paragraph -->\n<p>" . esc_html($text) . "</p>\n<!-- /wp:paragraph -->\n\n";
}
$add = function ($fields) {
  $id = wp_insert_post(wp_slash($fields + ['post_status' => 'publish', 'post_author' => 1, 'comment_status' => 'open']), true);
  if (is_wp_error($id)) {
    fwrite(STDERR, $id->get_error_message());
    exit(1);
  }
  return $id;
};
$post = $add(['post_title' => $article['headline'], 'post_content' => $content]);
$ids = [
  'post' => $post,
  'other' => $add(['post_title' => 'Another story', 'post_content' => 'Words.']),
  'closed' => $add(['post_title' => 'An old story', 'post_content' => 'Words.', 'comment_status' => 'closed']),
  'secret' => $add(['post_title' => 'A story for some', 'post_content' => 'Words.', 'post_password' => 'open sesame']),
  'page' => $add(['post_title' => 'About us', 'post_content' => 'Words.', 'post_type' => 'page', 'comment_status' => 'closed']),
];
broadsheet_test_reset($ids);
echo "\n" . json_encode($ids + [
  'version' => $GLOBALS['wp_version'],
  'slug' => get_post($post)->post_name,
  'link' => get_permalink($post),
  'otherLink' => get_permalink($ids['other']),
]) . "\n";
