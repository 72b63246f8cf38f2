package io.taros.platform.web;

/**
 * A colour by lightness, chroma and hue as eyes have them (OKLCH), so that it can be made lighter
 * without becoming another.
 */
record Colour(double lightness, double chroma, double hue) {
    private static final int STEPS = 120;

    static Colour of(String hex) {
        var r = linear(Integer.parseInt(hex.substring(1, 3), 16) / 255.0);
        var g = linear(Integer.parseInt(hex.substring(3, 5), 16) / 255.0);
        var b = linear(Integer.parseInt(hex.substring(5, 7), 16) / 255.0);
        var l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        var m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        var s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        var a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        var c = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        var lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        return new Colour(lightness, Math.hypot(a, c), Math.atan2(c, a));
    }

    Colour lighter(double by) {
        return new Colour(Math.clamp(lightness + by, 0, 1), chroma, hue);
    }

    /** The same hue, as light as this and no more colourful. */
    Colour like(double light, double most) {
        return new Colour(light, Math.min(chroma, most), hue);
    }

    /** As little lighter or darker as makes it stand out so much from a ground. */
    Colour until(Colour ground, double contrast, double step) {
        var shade = this;
        for (var i = 0; i < STEPS && shade.contrast(ground) < contrast; i++) {
            shade = shade.lighter(step);
        }
        return shade;
    }

    double contrast(Colour other) {
        var mine = luminance();
        var theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    String hex() {
        var text = new StringBuilder("#");
        for (var part : rgb()) {
            text.append("%02x".formatted(Math.round(gamma(part) * 255)));
        }
        return text.toString();
    }

    /** Of what a screen shows, after rounding to its steps. */
    private double luminance() {
        var hex = hex();
        return 0.2126 * linear(Integer.parseInt(hex.substring(1, 3), 16) / 255.0)
                + 0.7152 * linear(Integer.parseInt(hex.substring(3, 5), 16) / 255.0)
                + 0.0722 * linear(Integer.parseInt(hex.substring(5, 7), 16) / 255.0);
    }

    /** Linear light; less colourful than asked where no screen shows that. */
    private double[] rgb() {
        var chosen = chroma;
        var rgb = rgb(chosen);
        while (chosen > 0.001 && !isShown(rgb)) {
            chosen *= 0.95;
            rgb = rgb(chosen);
        }
        for (var i = 0; i < rgb.length; i++) {
            rgb[i] = Math.clamp(rgb[i], 0, 1);
        }
        return rgb;
    }

    private double[] rgb(double withChroma) {
        var a = withChroma * Math.cos(hue);
        var b = withChroma * Math.sin(hue);
        var l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        var m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        var s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static boolean isShown(double[] rgb) {
        for (var part : rgb) {
            if (part < -0.0005 || part > 1.0005) {
                return false;
            }
        }
        return true;
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double gamma(double part) {
        return part <= 0.0031308 ? part * 12.92 : 1.055 * Math.pow(part, 1 / 2.4) - 0.055;
    }
}
