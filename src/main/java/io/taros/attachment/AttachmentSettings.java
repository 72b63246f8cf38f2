package io.taros.attachment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be attached to messages, and who looks through it.
 *
 * @param maxFile the largest file taken
 * @param maxFiles how many one message may have
 * @param maxConversation how much the files of one side of a conversation may come to
 * @param leastSpace how much of the disk has to be free for a file to be taken
 * @param clamav where clamd listens, as host:port or as the path of its socket; while it is set,
 *     nothing is taken that it has not found clean
 * @param clamavPatience how long it may take for one file
 */
@ConfigurationProperties("taros.attachments")
public record AttachmentSettings(
        @DefaultValue("10MB") DataSize maxFile,
        @DefaultValue("5") int maxFiles,
        @DefaultValue("100MB") DataSize maxConversation,
        @DefaultValue("1GB") DataSize leastSpace,
        @DefaultValue("") String clamav,
        @DefaultValue("30s") Duration clamavPatience) {}
