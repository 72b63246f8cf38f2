<?php
/**
 * Plugin Name: Taros Chat
 * Description: Puts the chat of your Taros bot on every page. Nothing is stored and nobody is called before a visitor opens it.
 * Version: 1.0.0
 * Requires at least: 6.3
 * Requires PHP: 7.4
 * License: Apache-2.0
 * Text Domain: taros-chat
 */

if (!defined('ABSPATH')) {
    exit;
}

const TAROS_CHAT_OPTION = 'taros_chat';

/** Where Taros runs and which bot it is; each empty until it is set. */
function taros_chat_settings() {
    $saved = get_option(TAROS_CHAT_OPTION, array());
    return array_merge(array('host' => '', 'bot' => ''), is_array($saved) ? $saved : array());
}

/** An address without a slash at its end, and a key of the letters keys are made of; anything else is dropped. */
function taros_chat_clean($given) {
    $given = is_array($given) ? $given : array();
    $host = isset($given['host']) ? untrailingslashit(esc_url_raw(trim($given['host']), array('https', 'http'))) : '';
    $bot = isset($given['bot']) ? trim($given['bot']) : '';
    if (!preg_match('/^[A-Za-z0-9_-]*$/', $bot)) {
        add_settings_error(TAROS_CHAT_OPTION, 'bot', __('The public key has letters, digits, - and _ only. Copy it from the page Bot, Widget.', 'taros-chat'));
        $bot = '';
    }
    return array('host' => $host, 'bot' => $bot);
}

add_action('wp_enqueue_scripts', function () {
    $settings = taros_chat_settings();
    if ($settings['host'] !== '' && $settings['bot'] !== '') {
        wp_enqueue_script('taros-chat', $settings['host'] . '/widget.js', array(), null, array('strategy' => 'async', 'in_footer' => true));
    }
});

add_filter('script_loader_tag', function ($tag, $handle) {
    if ($handle !== 'taros-chat') {
        return $tag;
    }
    $bot = taros_chat_settings()['bot'];
    return str_replace('<script ', '<script data-bot="' . esc_attr($bot) . '" ', $tag);
}, 10, 2);

add_action('admin_init', function () {
    register_setting(TAROS_CHAT_OPTION, TAROS_CHAT_OPTION, array('type' => 'array', 'sanitize_callback' => 'taros_chat_clean'));
});

add_action('admin_menu', function () {
    add_options_page(__('Taros Chat', 'taros-chat'), __('Taros Chat', 'taros-chat'), 'manage_options', 'taros-chat', 'taros_chat_page');
});

function taros_chat_page() {
    $settings = taros_chat_settings();
    ?>
    <div class="wrap">
        <h1><?php esc_html_e('Taros Chat', 'taros-chat'); ?></h1>
        <p><?php esc_html_e('Both stand on the page Bot, Widget of your Taros. Add this site’s address to the bot’s websites there.', 'taros-chat'); ?></p>
        <form method="post" action="options.php">
            <?php settings_fields(TAROS_CHAT_OPTION); ?>
            <table class="form-table" role="presentation">
                <tr>
                    <th scope="row"><label for="taros-chat-host"><?php esc_html_e('Address of your Taros', 'taros-chat'); ?></label></th>
                    <td><input class="regular-text" type="url" id="taros-chat-host" name="taros_chat[host]" placeholder="https://chat.example.com" value="<?php echo esc_attr($settings['host']); ?>"></td>
                </tr>
                <tr>
                    <th scope="row"><label for="taros-chat-bot"><?php esc_html_e('Public key of the bot', 'taros-chat'); ?></label></th>
                    <td><input class="regular-text code" type="text" id="taros-chat-bot" name="taros_chat[bot]" value="<?php echo esc_attr($settings['bot']); ?>"></td>
                </tr>
            </table>
            <?php submit_button(); ?>
        </form>
    </div>
    <?php
}
