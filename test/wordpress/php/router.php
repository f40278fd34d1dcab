<?php
// For `php -S`: files as they are, a folder's index.php, everything else to WordPress.
$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');
if (str_contains($path, '..') || str_starts_with($path, '/wp-content/database')) {
  http_response_code(404);
  return true;
}
if (is_file("$root$path") && !str_ends_with($path, '.php')) return false;
$script = is_file("$root$path") ? $path : rtrim($path, '/') . '/index.php';
if (!is_file("$root$script")) $script = '/index.php';
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $script;
$_SERVER['SCRIPT_FILENAME'] = "$root$script";
chdir(dirname("$root$script"));
require "$root$script";
return true;
