package io.taros.knowledge.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever stands where a site map should, it is read to what it lists or to nothing. */
class SiteMapFuzzIT {
    @FuzzTest(maxDuration = "10m")
    void maps(byte[] body) {
        var map = SiteMapReader.read(body, "https://shop.example/sitemap.xml");

        assertThat(map.pages())
                .hasSizeLessThanOrEqualTo(50_000)
                .allMatch(page -> !page.url().isEmpty());
        assertThat(map.siteMaps()).hasSizeLessThanOrEqualTo(50_000);
    }
}
