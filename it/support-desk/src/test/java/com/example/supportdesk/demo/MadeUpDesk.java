package com.example.supportdesk.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import net.datafaker.Faker;

/**
 * The rows of customer1's production, made up from a seed: the same seed makes the same rows.
 *
 * <p>The first rows of each list hold {@link OddText}; what follows is what Datafaker invents. A row's id in the database is
 * its place in the list, from 1.
 */
public record MadeUpDesk(List<Person> customers, List<Request> tickets, List<Remark> comments) {
    public static final int CUSTOMERS = 400;
    public static final int TICKETS = 1_600;
    public static final int COMMENTS = 4_800;
    public static final int CONTRACTS = 12;
    /** Tickets that came after the last that is there and were deleted, so that the sequence is ahead of the table. */
    public static final List<Long> DELETED_IDS = List.of(TICKETS + 1L, TICKETS + 2L, TICKETS + 3L);

    private static final Instant OPENING = Instant.parse("2025-01-02T08:00:00Z");
    private static final List<Locale> LOCALES = Stream.of("de", "en", "fr", "pl", "ja", "he", "tr")
            .map(Locale::forLanguageTag)
            .toList();
    private static final List<String> STATUSES = List.of("open", "waiting", "resolved", "closed");

    public record Person(String name, String email, String phone, Instant createdAt) {}

    public record Request(long customerId, String subject, String body, String status, Instant createdAt) {

        /** What customer1's mail gateway let through and migration 006 forbids. */
        public boolean hasBlankSubject() {
            return subject.isBlank();
        }

        /** Whether migration 004 finds it urgent. */
        public boolean isUrgent() {
            return subject.startsWith("Urgent");
        }
    }

    public record Remark(long ticketId, String author, String body, Instant createdAt) {}

    public static MadeUpDesk of(long seed) {
        Random random = new Random(seed);
        List<Faker> fakers = LOCALES.stream()
                .map(locale -> new Faker(locale, new Random(seed)))
                .toList();
        List<Person> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(customer(i, random, fakers.get(i % fakers.size())));
        }
        List<Request> tickets = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            tickets.add(ticket(i, random, fakers.get(i % fakers.size())));
        }
        List<Remark> comments = new ArrayList<>();
        for (int i = 0; i < COMMENTS; i++) {
            int ticket = random.nextInt(TICKETS);
            comments.add(comment(ticket, tickets.get(ticket), random, fakers.get(i % fakers.size())));
        }
        return new MadeUpDesk(List.copyOf(customers), List.copyOf(tickets), List.copyOf(comments));
    }

    private static Person customer(int i, Random random, Faker faker) {
        String name =
                i < OddText.NAMES.size() ? OddText.NAMES.get(i) : faker.name().fullName();
        String email = "customer." + i + "@" + faker.internet().domainName();
        String phone = random.nextInt(3) == 0 ? null : faker.phoneNumber().phoneNumber();
        return new Person(name, email, phone, OPENING.plus(Duration.ofMinutes(random.nextInt(200_000))));
    }

    private static Request ticket(int i, Random random, Faker faker) {
        boolean odd = i < OddText.BODIES.size();
        // The i-th odd name says the i-th odd thing.
        long customerId = odd ? i + 1 : 1 + random.nextInt(CUSTOMERS);
        String body =
                odd ? OddText.BODIES.get(i) : String.join(" ", faker.lorem().sentences(1 + random.nextInt(5)));
        String status = STATUSES.get(random.nextInt(STATUSES.size()));
        Instant createdAt = OPENING.plus(Duration.ofMinutes(200_000 + random.nextInt(200_000)));
        return new Request(customerId, subject(random, faker), body, status, createdAt);
    }

    private static String subject(Random random, Faker faker) {
        return switch (random.nextInt(40)) {
            case 0 -> " ".repeat(random.nextInt(3));
            case 1, 2 -> "Urgent: " + faker.commerce().productName();
            default -> "About " + faker.commerce().productName();
        };
    }

    private static Remark comment(int ticket, Request on, Random random, Faker faker) {
        String author = random.nextBoolean() ? "Support" : faker.name().firstName();
        Instant createdAt = on.createdAt().plus(Duration.ofMinutes(1 + random.nextInt(20_000)));
        return new Remark(ticket + 1, author, faker.lorem().paragraph(), createdAt);
    }
}
