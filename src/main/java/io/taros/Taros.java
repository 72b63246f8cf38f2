package io.taros;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Taros {
    public static void main(String[] arguments) {
        SpringApplication.run(Taros.class, arguments);
    }
}
