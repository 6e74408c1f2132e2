// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/UsersSection.h"

#include "casework/Login.h"
#include "casework/RoleSeparation.h"
#include "controls/EntryDialog.h"
#include "controls/NoticeBar.h"
#include "controls/Panel.h"
#include "controls/PasswordField.h"
#include "controls/TableLook.h"
#include "domain/ItemList.h"
#include "handling/CommandDialog.h"
#include "shell/ConsentDialog.h"
#include "shell/PasswordDialog.h"
#include "storage/UserRepository.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace huiyin {

namespace {

enum Column { Name, Login, RolesOf, PasswordState, State };

QString roleNames(Roles roles)
{
    QStringList names;
    for (const auto &entry : codeTable<Role>()) {
        if (roles.testFlag(entry.value))
            names.append(displayName(entry.value));
    }
    return names.join(u" · "_s);
}

// Roles as boxes in two columns.
class RolesField final : public QWidget
{
public:
    RolesField(Roles roles, QWidget *parent)
        : QWidget(parent)
    {
        auto *grid = new QGridLayout(this);
        grid->setContentsMargins(0, 0, 0, 0);
        grid->setVerticalSpacing(0);
        constexpr int rowHeight = 30; // as their label beside the first row is
        int place = 0;
        for (const auto &entry : codeTable<Role>()) {
            auto *box = new QCheckBox(displayName(entry.value), this);
            box->setObjectName(u"setup.user.role."_s + QString::fromLatin1(entry.code));
            box->setChecked(roles.testFlag(entry.value));
            box->setMinimumHeight(rowHeight);
            grid->addWidget(box, place / 2, place % 2);
            m_boxes.append({entry.value, box});
            ++place;
        }
    }
    [[nodiscard]] Roles roles() const
    {
        Roles roles;
        for (const auto &[role, box] : m_boxes)
            roles.setFlag(role, box->isChecked());
        return roles;
    }

private:
    QList<std::pair<Role, QCheckBox *>> m_boxes;
};

} // namespace

UsersSection::UsersSection(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new QStandardItemModel(0, State + 1, this))
    , m_table(new QTableView(this))
    , m_parting(new NoticeBar(this))
    , m_notice(new NoticeBar(this))
    , m_add(new QPushButton(tr("&Add…"), this))
    , m_change(new QPushButton(tr("&Change…"), this))
    , m_password(new QPushButton(tr("Give a &password…"), this))
    , m_unlock(new QPushButton(tr("&Unlock"), this))
    , m_lock(new QPushButton(tr("&Screen lock…"), this))
    , m_without(new QPushButton(tr("W&ork without passwords"), this))
{
    setObjectName(u"setup.users"_s);
    m_table->setObjectName(u"setup.users.table"_s);
    m_table->setAccessibleName(tr("Users"));
    m_parting->setObjectName(u"setup.users.parting"_s);
    m_notice->setObjectName(u"setup.users.notice"_s);
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("Login name"), tr("Roles"), tr("Password"), tr("State")});
    m_table->setModel(m_model);
    setUpTable(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    QHeaderView *header = m_table->horizontalHeader();
    fitColumns(m_table, header, RolesOf); // the longest words

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 8, 12, 8);
    buttons->setSpacing(8);
    const QList<std::pair<QPushButton *, QString>> named{{m_add, u"add"_s},           {m_change, u"change"_s},
                                                         {m_password, u"password"_s}, {m_unlock, u"unlock"_s},
                                                         {m_lock, u"lock"_s},         {m_without, u"without"_s}};
    for (const auto &[button, name] : named) {
        button->setObjectName(u"setup.users."_s + name);
        button->setAutoDefault(false);
        if (button == m_lock)
            buttons->addStretch();
        buttons->addWidget(button);
    }
    m_without->setToolTip(tr("Nobody has to log in; only for an office of one"));
    auto *notice = new QVBoxLayout;
    notice->setContentsMargins(12, 8, 12, 0);
    notice->setSpacing(8);
    notice->addWidget(m_parting);
    notice->addWidget(m_notice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table, 1);
    layout->addLayout(notice);
    layout->addLayout(buttons);

    connect(m_add, &QPushButton::clicked, this, [this] { edit({.roles = Role::Operator}); });
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (const auto user = current())
            edit(*user);
    });
    connect(m_table, &QTableView::activated, m_change, &QPushButton::click);
    connect(m_password, &QPushButton::clicked, this, [this] {
        if (const auto user = current())
            setPassword(*user);
    });
    connect(m_unlock, &QPushButton::clicked, this, [this] {
        if (const auto user = current())
            give([id = *user->id](CaseBook &book) { return book.unlockUser(id); });
    });
    connect(m_lock, &QPushButton::clicked, this, &UsersSection::setLock);
    connect(m_without, &QPushButton::clicked, this, [this] {
        m_context.messages.ask(
            this,
            {.message = {.level = Message::Level::Warning,
                         .what = tr("Work without passwords?"),
                         .state = tr("Whoever opens this file can read and change everything in it.")},
             .answers = {tr("Without passwords"), tr("Keep them")},
             .standard = 0,
             .destructive = true},
            [this](int answer) {
                if (answer == 0)
                    give([](CaseBook &book) { return book.workWithoutPasswords(); });
            });
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &UsersSection::showState);
    connect(&context.session, &CaseSession::changed, this, [this](const Changes &changes) {
        if (changes.users || changes.everything)
            read();
    });
    showState();
    read();
}

void UsersSection::read()
{
    m_pending.cancel();
    m_pending = m_context.session.read(
        this, [](CaseFile &file) { return UserRepository(file.database()).all(); },
        [this](const QList<User> &users) { showUsers(users); });
}

void UsersSection::showUsers(const QList<User> &users)
{
    const auto before = current();
    QSet<UserId> known;
    for (const User &user : std::as_const(m_users))
        known.insert(*user.id);
    m_users = users;
    m_model->setRowCount(0);
    const OfficeZone &zone = m_context.session.zone();
    const QDateTime now = m_context.session.clock().now();
    int row = 0;
    for (const User &user : users) {
        QString state;
        if (user.retired)
            state = tr("retired");
        else if (user.lockedUntil && *user.lockedUntil > now)
            state = tr("locked until %1").arg(zone.toLocal(*user.lockedUntil).toString(u"HH:mm"_s));
        else if (user.failedLogins > 0)
            state = tr("%n wrong password(s)", nullptr, user.failedLogins);
        const QString password = user.passwordHash.isEmpty() ? tr("none")
                                 : user.mustChange           ? tr("to be changed by the user")
                                                             : tr("set");
        const QStringList cells{user.name, user.login, roleNames(user.roles), password, state};
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QStandardItem(cells[column]);
            item->setToolTip(cells[column]);
            m_model->setItem(row, column, item);
        }
        if (m_wantsNew ? !known.contains(*user.id) : before && before->id == user.id)
            m_table->setCurrentIndex(m_model->index(row, 0));
        ++row;
    }
    m_wantsNew = false;
    showCombined();
    fitColumns(m_table, m_table->horizontalHeader(), RolesOf);
    if (!m_table->currentIndex().isValid() && row > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    showState();
}

std::optional<User> UsersSection::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_users.size() ? std::optional(m_users[row]) : std::nullopt;
}

void UsersSection::showState()
{
    const bool can = m_context.session.may(Command::ManageUsers);
    const auto user = current();
    const bool anyPassword = std::ranges::any_of(m_users, [](const User &one) { return !one.passwordHash.isEmpty(); });
    m_add->setEnabled(can);
    m_change->setEnabled(can && user);
    m_password->setEnabled(can && user && !user->retired);
    m_unlock->setEnabled(can && user && (user->lockedUntil || user->failedLogins > 0));
    m_lock->setEnabled(can);
    m_without->setEnabled(can && anyPassword);
}

void UsersSection::give(const std::function<Outcome<Changes>(CaseBook &)> &act)
{
    m_context.session.command(
        this, [act](CaseBook &book) { return act(book); }, [this](const Changes &) { m_notice->clear(); },
        [this](const Refusal &refusal) { m_notice->showNotice(Tone::Warn, refusal.reason); });
}

void UsersSection::edit(const User &user)
{
    auto *dialog = new EntryDialog(u"setup.user"_s, user.id ? tr("User") : tr("New user"), this);
    auto *name = new QLineEdit(user.name, dialog);
    name->setPlaceholderText(tr("as history and papers bear it"));
    auto *login = new QLineEdit(user.login, dialog);
    login->setPlaceholderText(tr("what is typed to log in"));
    auto *roles = new RolesField(user.roles, dialog);
    auto *retired = new QCheckBox(tr("&Doesn't work here any more"), dialog);
    retired->setChecked(user.retired);
    dialog->addField(u"name"_s, tr("&Name"), name);
    dialog->addField(u"login"_s, tr("&Login name"), login);
    dialog->addField(u"roles"_s, tr("Roles"), roles);
    if (user.id)
        dialog->addField(u"retired"_s, {}, retired);
    else
        retired->hide(); // somebody new works here
    connect(dialog, &EntryDialog::submitted, this, [this, dialog, user, name, login, roles, retired] {
        User next = user;
        next.name = name->text();
        next.login = login->text();
        next.roles = roles->roles();
        next.retired = retired->isChecked();
        save(dialog, next);
    });
    dialog->open();
}

void UsersSection::save(EntryDialog *dialog, const User &user)
{
    CaseSession &session = m_context.session;
    dialog->setBusy(true);
    const auto done = [this, dialog, isNew = !user.id] {
        m_wantsNew = isNew;
        dialog->accept();
    };
    session.command(
        dialog, [user](CaseBook &book) { return book.saveUser(user); }, [done](const Changes &) { done(); },
        [this, dialog, user, done](const Refusal &refusal) {
            dialog->setBusy(false);
            const ConsentNeed need = consentNeed(user);
            if (refusal.field != u"reason" || need.isNone()) {
                dialog->showRefusal(refusal);
                return;
            }
            // All else holds: only somebody else has to agree.
            const QString what = user.retired
                                     ? tr("“%1” doesn't work here any more.").arg(user.name)
                                     : tr("“%1” is given other rights: %2.").arg(user.name, roleNames(user.roles));
            auto *consent = new ConsentDialog(m_context.session, need, what, dialog);
            consent->start([user](CaseBook &book, const Consent &entered) { return book.saveUser(user, entered); },
                           done);
        },
        [dialog] { dialog->setBusy(false); });
}

ConsentNeed UsersSection::consentNeed(const User &user) const
{
    QList<User> others = m_users;
    std::optional<User> before;
    if (const auto own = std::ranges::find(others, user.id, &User::id); user.id && own != others.end()) {
        before = *own;
        others.erase(own);
    }
    return consentToRoles(before, user, others, m_context.session.user());
}

// Three persons shall be three: told as long as it is not so, and to nobody as a fault.
void UsersSection::showCombined()
{
    QStringList names;
    const QList<User> combined = toBeParted(m_users);
    for (const User &user : combined)
        names.append(tr("%1 (%2)").arg(user.name, roleNames(administrators(user.roles))));
    if (names.isEmpty())
        m_parting->clear();
    else
        m_parting->showNotice(Tone::Info,
                              tr("Where three or more work, supervisor, administrator and auditor are three "
                                 "persons. Still to be parted: %1.")
                                  .arg(joinedItems(names)));
}

void UsersSection::setLock()
{
    auto *dialog = new EntryDialog(u"setup.lock"_s, tr("Screen lock"), this);
    CaseSession &session = m_context.session;
    auto *minutes = new QSpinBox(dialog);
    minutes->setRange(1, mostIdleMinutes);
    minutes->setValue(session.idleMinutes());
    dialog->addField(u"minutes"_s, tr("&Minutes without key or mouse"), minutes);
    dialog->addRemark(tr("It is locked where users have passwords. Whoever was at work goes on with the password."));
    connect(dialog, &EntryDialog::submitted, dialog, [dialog, &session, minutes] {
        giveFrom(dialog, session, [value = minutes->value()](CaseBook &book) { return book.setIdleMinutes(value); });
    });
    dialog->open();
}

void UsersSection::setPassword(const User &user)
{
    auto *dialog = new EntryDialog(u"setup.password"_s, tr("Password of %1").arg(user.name), this);
    const auto add = [dialog](const QString &field, const QString &label) {
        auto *edit = new PasswordField(dialog);
        dialog->addField(field, label, edit);
        return edit;
    };
    PasswordField *password = add(u"password"_s, tr("&Password"));
    PasswordField *again = add(u"again"_s, tr("Password &again"));
    dialog->addRemark(passwordRules());
    watchPassword(dialog, password, user);
    dialog->addRemark(user.name == m_context.session.user()
                          ? tr("From then on everybody who works here needs a password.")
                          : tr("%1 chooses another one at the next login.").arg(user.name));
    CaseSession &session = m_context.session;
    connect(dialog, &EntryDialog::submitted, dialog, [dialog, &session, user, password, again] {
        if (refuseRepeated(dialog, password, again, user))
            return;
        giveFrom(dialog, session,
                 [id = *user.id, words = password->password()](CaseBook &book) { return book.setPassword(id, words); });
    });
    dialog->open();
}

} // namespace huiyin
