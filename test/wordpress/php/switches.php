<?php
/* What the tests switch. Never for a server that anyone else can reach. */
add_filter('pre_wp_mail', '__return_true');
// WordPress's own switch for guests in the REST interface; it comes switched off.
add_filter('rest_allow_anonymous_comments', fn($is) => get_option('broadsheet_guests') ? true : $is);
// The 15 seconds between two comments count by address, and all tests come from one.
add_filter('comment_flood_filter', fn($is) => get_option('broadsheet_flood') ? $is : false, 99);

add_action('rest_api_init', function () {
  $post = fn($path, $callback) => register_rest_route('broadsheet-test/v1', $path, [
    'methods' => 'POST', 'permission_callback' => '__return_true', 'callback' => $callback,
  ]);
  $post('/option', function ($request) {
    update_option($request['name'], $request['value']);
    return true;
  });
  $post('/reset', fn($request) => broadsheet_test_reset($request->get_json_params()));
  $post('/fill', function ($request) {
    for ($number = 1; $number <= $request['count']; $number++) {
      broadsheet_test_comment($request['post'], 'Reader ' . $number, "Thought $number.", 0, 86400 - $number);
    }
    return true;
  });
  $post('/comments', fn($request) => array_map(
    fn($one) => ['text' => $one->comment_content, 'author' => $one->comment_author, 'state' => $one->comment_approved, 'parent' => $one->comment_parent],
    get_comments(['post_id' => $request['post'], 'status' => 'any,trash,spam', 'orderby' => 'comment_ID', 'order' => 'ASC'])
  ));
});

function broadsheet_test_comment($post, $name, $text, $parent, $age) {
  $then = gmdate('Y-m-d H:i:s', time() - $age);
  return wp_insert_comment(wp_slash([
    'comment_post_ID' => $post, 'comment_author' => $name, 'comment_author_email' => strtolower(strtok($name, ' ')) . '@example.org',
    'comment_author_url' => $name === 'Anna Berg' ? 'https://anna.example.org/' : '', 'comment_content' => $text, 'comment_parent' => $parent,
    'comment_approved' => 1, 'comment_type' => 'comment', 'comment_author_IP' => '192.0.2.1',
    'comment_date_gmt' => $then, 'comment_date' => get_date_from_gmt($then),
  ]));
}

/** Takes every comment away, puts three back, each under the one before, and turns the switches home. */
function broadsheet_test_reset($ids) {
  foreach (get_comments(['fields' => 'ids', 'status' => 'any,trash,spam', 'number' => 0]) as $id) wp_delete_comment($id, true);
  foreach (['broadsheet_guests' => 1, 'broadsheet_flood' => 0, 'comment_moderation' => 0, 'comment_registration' => 0,
    'require_name_email' => 1, 'disallowed_keys' => ''] as $name => $value) update_option($name, $value);
  $made = [];
  foreach ([['Anna Berg', "Good summary of the Prague meeting.\n\nIs there a link to the <strong>official</strong> press release?"],
    ['Ben O&#8217;Dea', 'It is on <a href="https://www.nato.int/">NATO.int</a> under “News”.'],
    ['Anna Berg', 'Thank you, found it & read it.']] as $index => [$name, $text]) {
    $made[] = broadsheet_test_comment($ids['post'], $name, $text, end($made) ?: 0, 7200 - 600 * $index);
  }
  broadsheet_test_comment($ids['closed'], 'Carl', 'In time.', 0, 7200);
  return $made;
}
